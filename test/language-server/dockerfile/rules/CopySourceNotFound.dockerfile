#--- the bad example of its page {"files":{"index.html":""}}
FROM nginx:1.29
COPY Index.html /usr/share/nginx/html/
#    ^^^^^^^^^^ CopySourceNotFound 💡
#--- the good example of its page {"files":{"index.html":""}}
FROM nginx:1.29
COPY index.html /usr/share/nginx/html/
#--- everything is there {"files":{"src/a.js":"","b/":""}}
FROM alpine:3.22
COPY src/a.js /
COPY ./src /
COPY /b /b
COPY . /
#--- what a build makes, patterns, variables, other stages, downloads, heredocs {"files":{"x":""}}
FROM alpine:3.22 AS a
COPY dist /dist
COPY target/app.jar /
COPY *.json $FILE /
COPY --from=a /none /
ADD https://example.com/none /
COPY <<EOF /etc/none
a
EOF
#--- what .gitignore leaves out may come later {"files":{".gitignore":"generated\n"}}
FROM alpine:3.22
COPY generated /
#--- misspelt, in another case, nowhere {"files":{"src/server.js":"","Makefile":""}}
FROM alpine:3.22
COPY src/sever.js /
#    ^^^^^^^^^^^^ CopySourceNotFound 💡
COPY makefile /
#    ^^^^^^^^ CopySourceNotFound 💡
COPY nothing.txt /
#    ^^^^^^^^^^^ CopySourceNotFound
#--- quotes of the JSON form stay {"files":{"package.json":""}}
FROM alpine:3.22
COPY ["pakage.json", "/a/"]
#     ^^^^^^^^^^^^^ CopySourceNotFound 💡

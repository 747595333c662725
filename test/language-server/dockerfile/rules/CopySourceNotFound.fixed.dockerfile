#--- the bad example of its page {"files":{"index.html":""}}
FROM nginx:1.29
COPY index.html /usr/share/nginx/html/
#--- misspelt, in another case, nowhere {"files":{"src/server.js":"","Makefile":""}}
FROM alpine:3.22
COPY src/server.js /
COPY Makefile /
COPY nothing.txt /
#--- quotes of the JSON form stay {"files":{"package.json":""}}
FROM alpine:3.22
COPY ["package.json", "/a/"]

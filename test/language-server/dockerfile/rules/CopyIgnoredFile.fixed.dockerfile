#--- the bad example of its page {"files":{".dockerignore":"*.txt\n","notes.txt":"","app.js":""}}
FROM alpine:3.22
COPY notes.txt /
#--- exceptions leave what they name {"files":{".dockerignore":"*\n!src\n!docs/*.md\n","src/a":"","other":""}}
FROM alpine:3.22
COPY src/ docs/ docs/a.md /a/
COPY . /b/
COPY other /c/
#--- taken back, and left out again {"files":{".dockerignore":"*\n!src\nsrc/*.log\n"}}
FROM alpine:3.22
COPY src/x.log /c/
#--- a quoted source, from the root of the context {"files":{".dockerignore":"secret\n"}}
FROM alpine:3.22
COPY ["/secret", "/x/"]

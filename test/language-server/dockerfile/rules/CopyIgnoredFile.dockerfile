#--- the bad example of its page {"files":{".dockerignore":"*.txt\n","notes.txt":"","app.js":""}}
FROM alpine:3.22
COPY notes.txt /
#    ^^^^^^^^^ CopyIgnoredFile 💡
#--- the good example of its page {"files":{".dockerignore":"*.txt\n","notes.txt":"","app.js":""}}
FROM alpine:3.22
COPY app.js /

#--- the bad example of its page
FROM alpine:3.22
WORKDIR app
#       ^^^ WorkdirRelativePath 💡
#--- the good example of its page
FROM alpine:3.22
WORKDIR /app

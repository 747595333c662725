#--- the bad example of its page
FROM alpine:3.22
COPY app.js app.js
#           ^^^^^^ DL3045 💡
#--- the good example of its page
FROM alpine:3.22
WORKDIR /app
COPY app.js app.js

#--- the bad example of its page
FROM alpine:3.22
ADD app.js /app/
#^^ DL3020 💡
#--- the good example of its page
FROM alpine:3.22
COPY app.js /app/

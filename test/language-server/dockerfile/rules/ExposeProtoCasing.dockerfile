#--- the bad example of its page
FROM nginx:1.29
EXPOSE 80/TCP
#      ^^^^^^ ExposeProtoCasing 💡
#--- the good example of its page
FROM nginx:1.29
EXPOSE 80/tcp

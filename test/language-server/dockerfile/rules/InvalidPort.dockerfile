#--- the bad example of its page
FROM nginx:1.29
EXPOSE 80/http
#      ^^^^^^^ InvalidPort
#--- the good example of its page
FROM nginx:1.29
EXPOSE 80/tcp

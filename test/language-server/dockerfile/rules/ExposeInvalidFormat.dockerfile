#--- the bad example of its page
FROM nginx:1.29
EXPOSE 8080:80
#      ^^^^^^^ ExposeInvalidFormat 💡
#--- the good example of its page
FROM nginx:1.29
EXPOSE 80

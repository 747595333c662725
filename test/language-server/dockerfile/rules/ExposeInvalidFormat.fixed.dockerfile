#--- the bad example of its page
FROM nginx:1.29
EXPOSE 80

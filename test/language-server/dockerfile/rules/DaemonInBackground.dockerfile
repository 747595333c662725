#--- the bad example of its page
FROM nginx:1.29
CMD ["nginx"]
#   ^^^^^^^^^ DaemonInBackground 💡
#--- the good example of its page
FROM nginx:1.29
CMD ["nginx", "-g", "daemon off;"]
#--- in the foreground
FROM nginx:1.29
CMD ["nginx", "-g", "daemon off;"]
FROM nginx:1.29
CMD nginx -g 'daemon off;'
FROM debian:13
CMD ["apachectl", "-D", "FOREGROUND"]
FROM debian:13
CMD ["/usr/sbin/sshd", "-D", "-e"]
FROM busybox:1.35
CMD ["httpd", "-f", "-v", "-p", "80", "-h", "/www"]
#--- told to stay by its configuration
FROM nginx:1.29
RUN echo "daemon off;" >> /etc/nginx/nginx.conf
CMD ["nginx"]
#--- services
FROM debian:13
CMD service nginx start
#   ^^^^^^^^^^^^^^^^^^^ DaemonInBackground
FROM debian:13
CMD ["/etc/init.d/ssh", "start"]
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ DaemonInBackground
FROM debian:13
CMD ["/usr/sbin/sshd"]
#   ^^^^^^^^^^^^^^^^^^ DaemonInBackground 💡
#--- a script that goes on
FROM debian:13
CMD service nginx start && tail -f /var/log/nginx/access.log
#--- the httpd of busybox
FROM busybox:1.37
CMD ["httpd", "-f", "-v", "-p", "80", "-h", "/www"]

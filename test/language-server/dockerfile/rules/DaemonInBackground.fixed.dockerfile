#--- the bad example of its page
FROM nginx:1.29
CMD ["nginx", "-g", "daemon off;"]
#--- services
FROM debian:13
CMD service nginx start
FROM debian:13
CMD ["/etc/init.d/ssh", "start"]
FROM debian:13
CMD ["/usr/sbin/sshd", "-D"]

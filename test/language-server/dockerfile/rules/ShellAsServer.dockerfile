#--- the bad example of its page
FROM debian:13
EXPOSE 80
CMD ["/bin/bash"]
#   ^^^^^^^^^^^^^ ShellAsServer
#--- the good example of its page
FROM debian:13
EXPOSE 80
CMD ["nginx", "-g", "daemon off;"]
#--- no port, an ENTRYPOINT, arguments
FROM debian:13
CMD ["bash"]
FROM debian:13
EXPOSE 80
ENTRYPOINT ["/start"]
CMD ["bash"]
FROM debian:13
EXPOSE 80
CMD ["sh", "start.sh"]
#--- the shell form
FROM debian:13
EXPOSE 80
CMD bash
#   ^^^^ ShellAsServer

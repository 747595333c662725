#--- the bad example of its page
FROM fedora:43
RUN systemctl start nginx
#   ^^^^^^^^^^^^^^^^^^^^^ SystemctlInContainer
#--- the good example of its page
FROM fedora:43
CMD ["nginx", "-g", "daemon off;"]
#--- an image that has it, commands that need no manager
FROM kim/debian-systemd:13
RUN systemctl start a
FROM fedora:43
RUN systemctl enable nginx
#--- as the program of the container
FROM debian:13
CMD ["systemctl", "start", "nginx"]
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ SystemctlInContainer

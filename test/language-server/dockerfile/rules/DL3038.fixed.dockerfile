#--- the bad example of its page
FROM fedora:43
RUN dnf install -y httpd-2.4.62 && dnf clean all

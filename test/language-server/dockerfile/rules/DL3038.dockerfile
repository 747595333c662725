#--- the bad example of its page
FROM fedora:43
RUN dnf install httpd-2.4.62 && dnf clean all
#   ^^^^^^^^^^^^^^^^^^^^^^^^ DL3038 💡
#--- the good example of its page
FROM fedora:43
RUN dnf install -y httpd-2.4.62 && dnf clean all

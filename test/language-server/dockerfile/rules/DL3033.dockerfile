#--- the bad example of its page
FROM almalinux:9
RUN yum install -y httpd && yum clean all
#                  ^^^^^ DL3033
#--- the good example of its page
FROM almalinux:9
RUN yum install -y httpd-2.4.62 && yum clean all

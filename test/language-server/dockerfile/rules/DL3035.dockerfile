#--- the bad example of its page
FROM opensuse/leap:15.5
RUN zypper dist-upgrade -y
#   ^^^^^^^^^^^^^^^^^^^^^^ DL3035
#--- the good example of its page
FROM opensuse/leap:15.6

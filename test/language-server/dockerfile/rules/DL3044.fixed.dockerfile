#--- the bad example of its page
FROM alpine:3.22
ENV A=1 B=1
#--- all variables of the value are written out at once
FROM alpine:3.22
ENV ROOT=/u01 NAME="base" HOME_DIR="/u01"/"base/x${PATH}"
#--- a comment between them stays when they are split
FROM alpine:3.22
ENV A="x y"
# why
ENV B=$A
ENV C=c

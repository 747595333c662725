#--- the bad example of its page
FROM alpine:3.22
ENV A=1 B=$A
#         ^^ DL3044 💡
#--- the good example of its page
FROM alpine:3.22
ENV A=1
ENV B=$A
#--- all variables of the value are written out at once
FROM alpine:3.22
ENV ROOT=/u01 NAME="base" HOME_DIR="${ROOT}"/"$NAME/x${PATH}"
#                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^ DL3044 💡
#--- a comment between them stays when they are split
FROM alpine:3.22
ENV A="x y" \
    # why
    B=$A \
#     ^^ DL3044 💡
    C=c

#--- the bad example of its page
FROM alpine:3.22
ENV A=1 B=$A
#         ^^ DL3044 💡
#--- the good example of its page
FROM alpine:3.22
ENV A=1
ENV B=$A

#--- the bad example of its page
FROM alpine:3.22
ENV A=1 B
#   ^^^^^ InvalidKeyValue
#--- the good example of its page
FROM alpine:3.22
ENV A="1 B"
#--- quotes are a name, though a blank one
FROM alpine:3.22
LABEL ""=x
ENV ''=x
ENV =x
#   ^^ InvalidKeyValue

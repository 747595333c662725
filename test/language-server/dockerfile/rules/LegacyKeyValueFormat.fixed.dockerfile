#--- the bad example of its page
FROM alpine:3.22
ENV MODE=fast
#--- quotes and escapes mean the same in both forms
FROM alpine:3.22
ENV A="a"\ b\ 'c  d'
ENV B=a\"b\ c
ENV C="a b"
LABEL "d e" f
#--- where a backtick escapes
# escape=`
FROM alpine:3.22
ENV A=C:\a` "b c"

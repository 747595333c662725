#--- the bad example of its page
FROM alpine:3.22
RUNN uname
#^^^ UnknownInstruction 💡
#--- the good example of its page
FROM alpine:3.22
RUN uname
#--- blanks that are none
FROM alpine:3.22
RUN apk upgrade
#^^^^^^^^^^^^^^ UnknownInstruction 💡
COPY　a b
#^^^^^ UnknownInstruction 💡
CMD ["a"] 
 USER 1
　
#--- a keyword behind a line of its own
FROM alpine:3.22
 \

 RUN make
#--- a line of nothing but an escape character
FROM alpine:3.22
\
RUN make
\
#^ UnknownInstruction
# a comment
#--- blanks of other kinds at the end of a line are cut off
FROM alpine:3.22
CMD 
#--- what BuildKit cannot read opens no heredoc
FROM alpine:3.22
RUN cat <<EOF | sed "s/${a:1}/b/"
text
EOF
RUN cat <<EOF | sed 's/${a,,}/b/'
text
EOF
RUN cat <<EOF | sed "s/${a,,}/b/"
text
#^^^ UnknownInstruction

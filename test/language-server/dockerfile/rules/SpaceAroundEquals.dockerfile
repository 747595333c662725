#--- the bad example of its page
FROM alpine:3.22
ENV MODE = fast
#   ^^^^^^^^^^^ SpaceAroundEquals 💡
#--- the good example of its page
FROM alpine:3.22
ENV MODE=fast
#--- the old form, and a value that holds one
FROM alpine:3.22
ENV MODE fast
ENV OPTIONS a=b
ENV A="b = c"
#--- with blanks in the value, in LABEL
FROM alpine:3.22
ENV A = b c
#   ^^^^^^^ SpaceAroundEquals 💡
LABEL vendor = "Kim"
#     ^^^^^^^^^^^^^^ SpaceAroundEquals 💡

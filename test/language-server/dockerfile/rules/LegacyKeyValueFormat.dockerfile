#--- the bad example of its page
FROM alpine:3.22
ENV MODE fast
#   ^^^^^^^^^ LegacyKeyValueFormat 💡
#--- the good example of its page
FROM alpine:3.22
ENV MODE=fast
#--- quotes and escapes mean the same in both forms
FROM alpine:3.22
ENV A "a" b 'c  d'
#   ^^^^^^^^^^^^^^ LegacyKeyValueFormat 💡
ENV B a\"b c
#   ^^^^^^^^ LegacyKeyValueFormat 💡
ENV C a b
#   ^^^^^ LegacyKeyValueFormat 💡
LABEL "d e" f
#     ^^^^^^^ LegacyKeyValueFormat
#--- where a backtick escapes
# escape=`
FROM alpine:3.22
ENV A C:\a "b c"
#   ^^^^^^^^^^^^ LegacyKeyValueFormat 💡

#--- the bad example of its page
FROM alpine:3.22
RUN rm $FILES
#      ^^^^^^ SC2086 💡
#--- the good example of its page
FROM alpine:3.22
RUN rm "$FILES"
#--- backticks continue lines, and the base image says whose shell it is
# escape=`
FROM alpine:3.22
RUN rm `
  $FILE
# ^^^^^ SC2086 💡
FROM mcr.microsoft.com/windows/servercore:ltsc2025
RUN del $FILE

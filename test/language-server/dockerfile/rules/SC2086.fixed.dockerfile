#--- the bad example of its page
FROM alpine:3.22
RUN rm "$FILES"
#--- backticks continue lines, and the base image says whose shell it is
# escape=`
FROM alpine:3.22
RUN rm `
  "$FILE"
FROM mcr.microsoft.com/windows/servercore:ltsc2025
RUN del $FILE

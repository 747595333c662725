#--- the bad example of its page
FROM alpine:3.22
RUN a
RUN b
#^^^^ DL3059 💡
#--- the good example of its page
FROM alpine:3.22
RUN a && b
#--- no fix where another shell runs them
FROM mcr.microsoft.com/windows/servercore:ltsc2025
RUN powershell Get-Date
RUN setx /M A b
#^^^^^^^^^^^^^^ DL3059
#--- what the first one ends with decides how they are joined; a comment would swallow the second
FROM alpine:3.22
RUN a;
RUN b
#^^^^ DL3059 💡
USER 1
RUN a # why
RUN b
#^^^^ DL3059

#--- the bad example of its page
FROM scratch
ENV FOLDER=/app
WORKDIR $FODLER
#       ^^^^^^^ UndefinedVar
#--- the good example of its page
FROM scratch
ENV FOLDER=/app
WORKDIR $FOLDER

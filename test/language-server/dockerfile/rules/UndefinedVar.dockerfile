#--- the bad example of its page
FROM scratch
ENV FOLDER=/app
WORKDIR $FODLER
#       ^^^^^^^ UndefinedVar
#--- the good example of its page
FROM scratch
ENV FOLDER=/app
WORKDIR $FOLDER
#--- flags, mounts and heredocs
FROM scratch
COPY --chown=$owner --chmod='$mode' a /b
#            ^^^^^^ UndefinedVar
#                            ^^^^^ UndefinedVar
COPY --exclude=$pattern a /c
RUN --mount=type=cache,target=/$folder,from=$image make $none
#                              ^^^^^^^ UndefinedVar
COPY <<E /d
"it's" $text
#      ^^^^^ UndefinedVar
E
COPY <<"E" /d
$text
E
#--- BuildKit says nothing of these
FROM scratch
EXPOSE $port
ARG $name
LABEL '$label'=x
ONBUILD ENV a=$later

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
#--- images that bring nothing but PATH
FROM ubuntu:24.04 AS base
ENV PATH=/opt/bin:$PATH LD_LIBRARY_PATH=/opt/lib:$LD_LIBRARY_PATH
#                                                ^^^^^^^^^^^^^^^^ UndefinedVar
FROM base
WORKDIR $HOME
#       ^^^^^ UndefinedVar
FROM eclipse-temurin:25
ENV PATH=$JAVA_HOME/bin:$PATH
FROM example.com/alpine:3
ENV A=$B
#--- quotes belong to the name of an ARG, but not to that of an ENV
FROM scratch
ARG "A"=1
ENV "B"=1
LABEL b=$B
LABEL a=$A
#       ^^ UndefinedVar
#--- an ARG knows what stands before it in the same line, an ENV does not
FROM scratch
ARG A=1 B=$A C=$B
ARG D=$E E=1
#     ^^ UndefinedVar
ENV F=1 G=$F
#         ^^ UndefinedVar

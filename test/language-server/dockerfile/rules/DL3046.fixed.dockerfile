#--- the bad example of its page
FROM debian:13
RUN useradd -l -u 1234567 app

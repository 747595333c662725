#--- the bad example of its page
FROM debian:13
RUN curl -fsSL https://example.com/install.sh | sh
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ CurlPipedToShell
#--- the good example of its page
FROM debian:13
RUN curl -fsSLo install.sh https://example.com/install.sh && sha256sum -c install.sha256 && sh install.sh
#--- compared first, or no script
FROM debian:13
RUN curl -fsSL https://example.com/a | tar x
RUN curl -fsSLo a https://example.com/a && echo "x  a" | sha256sum -c && sh a
RUN curl https://example.com | grep x
RUN curl https://example.com/a.json | python3 -c 'import json'
#--- into other shells, put in, with sudo
FROM debian:13
RUN wget -qO- https://example.com/a | bash -s -- --yes
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ CurlPipedToShell
RUN sh -c "$(curl -fsSL https://example.com/a)"
#            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ CurlPipedToShell
RUN curl https://example.com/a | sudo -E bash -
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^ CurlPipedToShell

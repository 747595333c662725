// The shapes that licence identifiers of SPDX have, by family; narrower than any word, wider than
// the list of the day.
export const families =
  /^(?:0BSD|AFL|AGPL|Apache|APSL|Artistic|Beerware|BlueOak|BSD|BSL|CC|CC0|CDDL|CECILL|CPL|EPL|EUPL|GFDL|GPL|ICU|IPL|ISC|LGPL|LPPL|MIT|MITNFA|MPL|MS|MulanPSL|NCSA|NTP|ODbL|OFL|OpenSSL|OSL|PHP|PostgreSQL|PSF|Python|Ruby|SSPL|TCL|Unicode|Unlicense|UPL|Vim|W3C|WTFPL|X11|Zend|Zlib|ZPL|Classpath-exception|GCC-exception|LLVM-exception)(?:-[A-Za-z0-9.]+)*\+?$/;

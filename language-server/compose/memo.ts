// Facts worked out from an object once and kept as long as it lives: from a document, or from a node
// that may live for many versions and move. So a fact of a node says nothing of places.

/** The function, asked once for each object. */
export function memoized<Key extends object, Fact>(make: (key: Key) => Fact): (key: Key) => Fact {
  const kept = new WeakMap<Key, { readonly fact: Fact }>();
  return (key) => {
    let known = kept.get(key);
    if (!known) {
      known = { fact: make(key) };
      kept.set(key, known);
    }
    return known.fact;
  };
}

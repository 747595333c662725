// Korean particles, whose form depends on the sound before them. A text cannot know it where it
// has a place: "{0}을(를)" becomes "포트를" and "이름을" when the value stands there.

/** How a word ends to the ear. After ㄹ, `(으)로` has the form that it has after a vowel. */
type Ending = "vowel" | "consonant" | "ㄹ";

/** Each particle as texts write it: after a consonant, after a vowel. */
const particles: Readonly<Record<string, readonly [string, string]>> = {
  "은(는)": ["은", "는"],
  "을(를)": ["을", "를"],
  "이(가)": ["이", "가"],
  "과(와)": ["과", "와"],
  "(으)로": ["으로", "로"],
  "(이)라": ["이라", "라"],
  "이(여)야": ["이어야", "여야"],
};
const written = /은\(는\)|을\(를\)|이\(가\)|과\(와\)|\(으\)로|\(이\)라|이\(여\)야/g;

/** 영 일 이 삼 사 오 육 칠 팔 구; a number that ends in 0 ends in 십, 백, 천 or 만. */
const digits: readonly Ending[] = [
  "consonant",
  "ㄹ",
  "vowel",
  "consonant",
  "vowel",
  "vowel",
  "consonant",
  "ㄹ",
  "ㄹ",
  "vowel",
];

/** How English words end when Korean spells them; the first that fits holds. */
const english: readonly (readonly [RegExp, Ending])[] = [
  // Without a vowel it is read letter by letter: 엘, 알; 엠, 엔; the other letters end in a vowel.
  [/^[^aeiouy]*[lr]$/, "ㄹ"],
  [/^[^aeiouy]*[mn]$/, "consonant"],
  [/^[^aeiouy]+$/, "vowel"],
  [/(?:check|oot)$/, "vowel"], // 헬스체크, 루트
  [/le?$/, "ㄹ"], // 셸, 파일
  [/(?:[mn]e?|ng)$/, "consonant"], // 볼륨, 엔진
  [/(?:[aeiou][bckpt]|ck|pp|type)$/, "consonant"], // 웹, 커밋, 스택
  [/$/, "vowel"], // 서버, 이미지, 네트워크
];

/** No word that tells the sound is longer than what is looked at. */
const reach = 40;

/** Gives each particle of a Korean text the form that belongs behind what stands before it. */
export function settleParticles(text: string): string {
  return text.replace(written, (particle, at: number) => {
    const ending = endingOf(text.slice(Math.max(0, at - reach), at));
    const [afterConsonant, afterVowel] = particles[particle] ?? [];
    if (!ending || afterConsonant === undefined || afterVowel === undefined) return particle;
    const open = ending === "vowel" || (ending === "ㄹ" && particle === "(으)로");
    return open ? afterVowel : afterConsonant;
  });
}

/** Of the last word, whatever closes it; `undefined` where it is in no script that is known here. */
function endingOf(before: string): Ending | undefined {
  const [, word = ""] = /([A-Za-z]+|[가-힣]|[0-9])[^\p{L}\p{N}\s]*$/u.exec(before) ?? [];
  if (/[가-힣]/.test(word)) {
    // A syllable is 초성 × 21 × 28 + 중성 × 28 + 종성; 종성 0 is none, 8 is ㄹ (Unicode, 3.12).
    const final = (word.charCodeAt(0) - 0xac00) % 28;
    return final === 0 ? "vowel" : final === 8 ? "ㄹ" : "consonant";
  }
  if (/[0-9]/.test(word)) return digits[Number(word)];
  return word ? english.find(([pattern]) => pattern.test(word.toLowerCase()))?.[1] : undefined;
}

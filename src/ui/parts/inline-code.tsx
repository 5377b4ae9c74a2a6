/** A line of text with `code` between backticks set as code. */
export function InlineCode({ text }: { text: string }) {
  return (
    <>{text.split("`").map((piece, index) => (index % 2 === 1 ? <code key={index}>{piece}</code> : piece))}</>
  );
}

/** A person of the trail, "Lin <lin@shop.cn>", by name; the address shows on hover, for two people of one name. */
export function PersonName({ person }: { person: string }) {
  const name = person.replace(/\s*<[^>]*>$/, '')
  return <span title={person}>{name || person}</span>
}

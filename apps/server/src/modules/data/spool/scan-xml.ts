/** A piece of XML: an opening tag (self-closing ones are followed by their closing), a closing tag, or text. */
export type XmlPart =
  | { kind: 'open'; name: string; attributes: string }
  | { kind: 'close'; name: string }
  | { kind: 'text'; text: string }

const ENTITIES: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

function entity(whole: string, name: string): string {
  if (!name.startsWith('#')) return ENTITIES[name] ?? whole
  const code = name[1] === 'x' ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10)
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
}

/** Only the five entities of XML and character numbers: declared entities, and with them their bombs, are not read. */
export const unescapeXml = (text: string): string => (text.includes('&') ? text.replace(/&(#?\w+);/g, entity) : text)

/** The value of one attribute in a tag; '' when it is not there. */
export function attribute(attributes: string, name: string): string {
  const match = new RegExp(`(?:^|\\s|:)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes)
  return unescapeXml(match?.[1] ?? match?.[2] ?? '')
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

/** Longest tag that is waited for; a longer one is no tag of a workbook. */
const TAG_MAX = 64 * 1024

/** Tags and text of an XML stream. Prefixes are dropped; comments and declarations skipped; CDATA is text. */
export async function* scanXml(chunks: AsyncIterable<Buffer>): AsyncGenerator<XmlPart> {
  const decoder = new TextDecoder('utf-8')
  let rest = ''
  for await (const chunk of chunks) {
    rest += decoder.decode(chunk, { stream: true })
    let at = 0
    for (;;) {
      const open = rest.indexOf('<', at)
      if (open < 0) break
      const cdata = rest.startsWith('<![CDATA[', open)
      const comment = rest.startsWith('<!--', open)
      const close = rest.indexOf(cdata ? ']]>' : comment ? '-->' : '>', open)
      if (close < 0 || (rest.length - open < 9 && rest[open + 1] === '!')) break
      if (open > at) yield { kind: 'text', text: unescapeXml(rest.slice(at, open)) }
      if (cdata) yield { kind: 'text', text: rest.slice(open + 9, close) }
      else if (!comment) yield* tagParts(rest.slice(open + 1, close))
      at = close + (cdata || comment ? 3 : 1)
    }
    // Text is passed on as it comes, so that a cell of many megabytes is seen, and refused, early.
    const tagStart = rest.indexOf('<', at)
    if (tagStart < 0 && rest.length - at > TAG_MAX && !rest.slice(-12).includes('&')) {
      yield { kind: 'text', text: unescapeXml(rest.slice(at)) }
      at = rest.length
    }
    rest = rest.slice(at)
    if (tagStart >= 0 && rest.length > 64 * TAG_MAX) throw new Error('an XML tag without end')
  }
}

function* tagParts(tag: string): Generator<XmlPart> {
  if (tag.startsWith('?') || tag.startsWith('!')) return
  if (tag.startsWith('/')) {
    yield { kind: 'close', name: localName(tag.slice(1).trim()) }
    return
  }
  const selfClosing = tag.endsWith('/')
  const [, name = '', attributes = ''] = /^([^\s/>]+)([\s\S]*?)\/?$/.exec(tag) ?? []
  yield { kind: 'open', name: localName(name), attributes }
  if (selfClosing) yield { kind: 'close', name: localName(name) }
}

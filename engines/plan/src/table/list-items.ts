/** Signs that begin an item wherever they stand. */
const CIRCLED = /[①-⑳❶-❿⓵-⓾㊀-㊉]/
/** Signs that begin an item at the start of a line. */
const BULLET = /^\s*(?:[-–—•·●○▪■◆★※*+>]|[①-⑳❶-❿⓵-⓾㊀-㊉])\s*/
const NUMBERED = /^\s*[（(【[]?\s*(\d{1,2}|[一二三四五六七八九十]{1,3})\s*(?:[、)）\]】]|[.．](?!\d))\s*/

/** `1、选款 2、定位`: numbers that count up inside one line; `满3、5件` does not begin with 1 and is no list. */
const INLINE = /[（(]?(?<![\d.])(\d{1,2})(?:[、)）]|[.．](?!\d))\s*/g

function splitInline(line: string): string[] {
  const places: number[] = []
  for (const match of line.matchAll(INLINE)) if (Number(match[1]) === places.length + 1) places.push(match.index)
  if (places.length < 2) return [line]
  return [line.slice(0, places[0]), ...places.map((at, index) => line.slice(at, places[index + 1]))]
}

const splitCircled = (line: string): string[] => line.split(new RegExp(`(?=${CIRCLED.source})`))

const bare = (item: string): string =>
  item
    .replace(BULLET, '')
    .replace(NUMBERED, '')
    .replace(/[\s;；。，,]+$/, '')
    .trim()

/**
 * The items of a table cell: lines, numbers (1、 2. （3） 一、), circled numbers, bullets, semicolons and full stops part them.
 * Shape: texts without their numbers, in order; empty ones are left out.
 * @example listItems('1、同行分析 2、选款；定位') // ['同行分析', '选款', '定位']
 */
export function listItems(cell: string): string[] {
  return cell
    .split(/\r?\n|[;；。]/)
    .flatMap(splitCircled)
    .flatMap(splitInline)
    .map(bare)
    .filter((item) => /[\p{L}\p{N}]/u.test(item))
}

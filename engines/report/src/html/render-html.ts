import { type Block, isFigure, type Reference, type ReportDocument, type TableCell } from '../document.ts'
import type { FigureStyle } from '../format/format-figure.ts'
import type { Links } from '../links.ts'
import { cellText } from '../sentence.ts'
import { drawSvg } from './draw-svg.ts'
import { escapeHtml } from './escape.ts'
import { PAGE_STYLE } from './page-style.ts'

type Kind<K extends Block['kind']> = Extract<Block, { kind: K }>

type Page = { document: ReportDocument; links: Links | undefined }

/** Text that leads to what stands behind it, where it is known where that is. */
const linked = (text: string, ref: Reference, { links }: Page): string =>
  links ? `<a class="figure" href="${escapeHtml(links.of(ref))}">${text}</a>` : text

function written(piece: TableCell, form: FigureStyle['form'], page: Page): string {
  const text = escapeHtml(cellText(piece, page.document, form))
  return isFigure(piece) ? linked(text, piece.ref, page) : text
}

function sentencesHtml({ sentences }: Kind<'paragraph'>, page: Page): string {
  const texts = sentences.map(({ pieces }) => pieces.map((piece) => written(piece, 'short', page)).join(''))
  return `<p>${texts.join(page.document.language === 'zh' ? '' : ' ')}</p>`
}

function tableHtml(block: Kind<'table'>, page: Page): string {
  const head = block.columns.map(({ title, align }) => `<th class="${align}">${escapeHtml(title)}</th>`).join('')
  const rows = block.rows.map(({ cells, strong, depth = 0 }) => {
    const inside = cells.map((cell, i) => {
      const value = isFigure(cell) ? ` data-value="${cell.value ?? ''}"` : ''
      const indent = i === 0 && depth > 0 ? ` style="padding-left:${0.6 + depth}em"` : ''
      return `<td class="${block.columns[i]?.align ?? 'left'}"${value}${indent}>${written(cell, 'exact', page)}</td>`
    })
    return `<tr${strong ? ' class="strong"' : ''}>${inside.join('')}</tr>`
  })
  return `<figure><figcaption>${escapeHtml(block.title)}</figcaption><table><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table></figure>`
}

function figuresHtml({ items }: Kind<'figures'>, page: Page): string {
  const cards = items.map(
    ({ label, figure, note }) =>
      `<div><span>${escapeHtml(label)}</span><b data-value="${figure.value ?? ''}">${written(figure, 'short', page)}</b><small>${escapeHtml(note)}</small></div>`,
  )
  return `<div class="figures">${cards.join('')}</div>`
}

const DAY_MS = 86_400_000
const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY_MS

function ganttHtml(block: Kind<'gantt'>, page: Page): string {
  const [first, all] = [dayNumber(block.from), dayNumber(block.to) - dayNumber(block.from)]
  const rows = block.rows.map(({ label, from, to }) => {
    const left = ((dayNumber(from) - first) / all) * 100
    const width = Math.max(0.6, ((dayNumber(to) - dayNumber(from)) / all) * 100)
    return `<li><span>${escapeHtml(label)}</span><i><b style="left:${left.toFixed(2)}%;width:${width.toFixed(2)}%"></b></i></li>`
  })
  return `<figure><figcaption>${linked(escapeHtml(block.title), block.ref, page)}</figcaption><ul class="gantt">${rows.join('')}</ul></figure>`
}

function blockHtml(block: Block, page: Page): string {
  switch (block.kind) {
    case 'heading':
      return `<h3>${escapeHtml(block.text)}</h3>`
    case 'paragraph':
      return sentencesHtml(block, page)
    case 'author':
      return `<blockquote>${escapeHtml(block.text).replaceAll('\n', '<br>')}</blockquote>`
    case 'figures':
      return figuresHtml(block, page)
    case 'table':
      return tableHtml(block, page)
    case 'chart':
      return `<figure><figcaption>${linked(escapeHtml(block.title), block.ref, page)}</figcaption>${drawSvg(block, page.document)}</figure>`
    case 'gantt':
      return ganttHtml(block, page)
    case 'missing':
      return `<p class="missing">${escapeHtml(block.text)}</p>`
  }
}

/**
 * The document as one page that needs no other file and no script: charts are drawn in it, and it prints on A4. With `links` every
 * figure leads to what stands behind it.
 */
export function renderHtml(document: ReportDocument, links?: Links): string {
  const page = { document, links }
  const facts = document.facts.map(({ label, value }) => `${escapeHtml(label)} ${escapeHtml(value)}`).join('　')
  const chapters = document.chapters.map(
    ({ id, title, blocks }, i) =>
      `<section id="${escapeHtml(id)}"><h2><em>${i + 1}</em>${escapeHtml(title)}</h2>${blocks.map((block) => blockHtml(block, page)).join('')}</section>`,
  )
  const contents = document.chapters.map(
    ({ id, title }, i) => `<a href="#${escapeHtml(id)}">${i + 1}　${escapeHtml(title)}</a>`,
  )
  const lang = document.language === 'zh' ? 'zh-CN' : 'en'
  return (
    `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
    `<title>${escapeHtml(document.title)}</title><style>${PAGE_STYLE}</style></head><body><header>` +
    `<h1>${escapeHtml(document.title)}</h1><p>${escapeHtml(document.subtitle)}</p><p class="facts">${facts}</p>` +
    `<nav>${contents.join('')}</nav></header>${chapters.join('')}</body></html>`
  )
}

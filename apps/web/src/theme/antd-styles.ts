import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative, sep } from 'node:path'
import type { HtmlTagDescriptor, Plugin } from 'vite'
import { antdSheet } from './antd-sheet.tsx'
import { antdTheme } from './antd-theme.ts'

const PAGES = join(import.meta.dirname, '..')
const ANTD = join(dirname(createRequire(import.meta.url).resolve('antd/package.json')), 'es')

const FOLDERS = new Map(
  [...readFileSync(join(ANTD, 'index.js'), 'utf8').matchAll(/default as (\w+) \} from '\.\/([\w-]+)'/g)].map(
    ([, part = '', folder = '']) => [part, folder],
  ),
)

/** Imported by other parts, drawn by none: the menu of a dropdown has the dropdown's rules, and asks what layout it lies in. */
const UNDRAWN = ['Menu', 'Layout']
/** Of a look that the theme does not choose. */
const UNUSED = ['Pagination-bordered']

/** The parts of antd that the files of a folder import. */
export function importedParts(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file))
  const names = files.flatMap((file) =>
    [...readFileSync(join(folder, file), 'utf8').matchAll(/^import \{([^}]*)\} from 'antd'$/gm)].flatMap(
      ([, list = '']) => list.split(',').map((name) => name.trim().split(' ')[0] ?? ''),
    ),
  )
  return [...FOLDERS.keys()].filter((part) => names.includes(part))
}

/** A file of antd after those that it imports. */
function reached(file: string, seen: Set<string>): void {
  if (seen.has(file)) return
  seen.add(file)
  for (const [, to = ''] of readFileSync(file, 'utf8').matchAll(/ from '(\..*?)'/g)) {
    const path = join(dirname(file), to)
    reached(existsSync(`${path}.js`) ? `${path}.js` : join(path, 'index.js'), seen)
  }
  // Some import each other: what is known from the start gets its place at the end.
  seen.delete(file)
  seen.add(file)
}

/** The part that a folder is of. */
const PARTS = new Map([...FOLDERS].map(([part, folder]) => [folder, part]))

const STYLE = /gen(?:StyleHooks|SubStyleComponent|ComponentStyleHook)\((?:'(\w+)'|\['(\w+)', '([\w-]+)'\])/g

const stylesIn = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(STYLE)].map(([, one, part = one, sub = one]) => `${part}-${sub}`)

/**
 * The rules of some parts and of those inside them. Colours and sizes are variables there, which the page sets by the reader's
 * preferences: the same rules serve light and dark, wide screens and narrow.
 */
export function antdRules(imported: string[], theme = antdTheme({ appearance: 'light', still: false, narrow: false })) {
  const files = new Set<string>()
  for (const part of imported) reached(join(ANTD, FOLDERS.get(part) ?? part, 'index.js'), files)
  const undrawn = UNDRAWN.filter((part) => !imported.includes(part))
  const needed = new Map([...files].flatMap((file) => stylesIn(file).map((style) => [style, file])))
  for (const style of needed.keys())
    if (UNUSED.includes(style) || undrawn.some((part) => style.startsWith(`${part}-`))) needed.delete(style)
  // What a part is made of comes before it, as in a page: the rules of a question at a button beat those of the bubble it is in.
  const folders = new Set([...needed.values()].map((file) => relative(ANTD, file).split(sep)[0]))
  const { rules, styles } = antdSheet(
    [...folders].flatMap((folder) => PARTS.get(folder ?? '') ?? []),
    theme,
  )
  const missing = [...needed.keys()].filter((style) => !styles.has(style))
  if (missing.length > 0) throw new Error(`No part of antd was drawn (antd-sheet.tsx) with the styles ${missing}`)
  return rules
}

/** Before any other sheet, where the rules would stand that a page makes itself. */
const link = (href: string): HtmlTagDescriptor => ({
  tag: 'link',
  attrs: { rel: 'stylesheet', href },
  injectTo: 'head-prepend',
})

/** The rules of antd's parts in a file, so that no browser makes them anew with each page that is loaded. */
export function antdStyles(): Plugin[] {
  let fileName = ''
  return [
    {
      name: 'antd-styles',
      apply: 'build',
      buildStart() {
        const source = antdRules(importedParts(PAGES))
        fileName = `assets/antd-${createHash('sha256').update(source).digest('hex').slice(0, 8)}.css`
        this.emitFile({ type: 'asset', fileName, source })
      },
      transformIndexHtml: () => [link(`/${fileName}`)],
    },
    {
      name: 'antd-styles',
      apply: 'serve',
      configureServer({ middlewares }) {
        // Anew for each page that is loaded: it may import one part more by then.
        middlewares.use('/antd.css', (_, response) =>
          response.setHeader('content-type', 'text/css').end(antdRules(importedParts(PAGES))),
        )
      },
      transformIndexHtml: () => [link('/antd.css')],
    },
  ]
}

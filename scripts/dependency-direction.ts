import { dirname, join, normalize } from 'node:path'

/** A source file by its path from the project root, with forward slashes. */
export type SourceFile = { path: string; text: string }

const AREAS =
  'insight goals campaigns budget products promotions trade traffic live optimise members service risk review drills admin data'
/** One area has one name in every layer. */
export const AREA_NAMES: ReadonlySet<string> = new Set(AREAS.split(' '))

/** Engines that everything may build on; they know nothing but the kernel. */
const FOUNDATIONS = new Set(['facts', 'calendar', 'text'])

const IMPORT =
  /^(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]|^import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm

/** Modules that one file imports, static, re-exported and dynamic. */
export const importsOf = (text: string): string[] =>
  [...text.matchAll(IMPORT)].map((match) => match[1] ?? match[2] ?? match[3] ?? '')

type Package = { layer: 'engine' | 'contract' | 'server' | 'cli' | 'web'; name: string; root: string }

/** `apps/web/src/main.tsx` belongs to the package web; undefined outside engines and apps. */
export function packageOf(path: string): Package | undefined {
  const [top, name = ''] = path.split('/')
  if (top === 'engines') return { layer: 'engine', name, root: `engines/${name}` }
  if (top !== 'apps') return undefined
  if (name === 'contract' || name === 'server' || name === 'cli' || name === 'web')
    return { layer: name, name, root: `apps/${name}` }
  return undefined
}

const APPS = new Set(['contract', 'server', 'cli', 'web'])

/** Why `from` may not import package `to`; undefined when it may. */
function directionFault(from: Package, to: string): string | undefined {
  const isEngine = !APPS.has(to)
  switch (from.layer) {
    case 'web':
      return to === 'contract' ? undefined : 'the web knows the contract only'
    case 'contract':
      return 'the contract stands alone'
    case 'server':
      return isEngine || to === 'contract' ? undefined : 'the server knows the contract and the engines only'
    case 'cli':
      return to === 'web' ? 'the command line does not know the web' : undefined
    case 'engine':
      if (!isEngine) return 'engines know no application'
      if (from.name === 'kernel') return 'the kernel stands alone'
      if (FOUNDATIONS.has(from.name) && to !== 'kernel') return `${from.name} builds on the kernel only`
      return undefined
  }
}

/** What makes an engine depend on more than its arguments. */
const IMPURE: readonly [RegExp, string][] = [
  [/\bprocess\s*\./, 'the environment (process)'],
  [/\bDate\s*\.\s*now\b/, 'the clock (Date.now)'],
  [/\bnew Date\(\s*\)/, 'the clock (new Date())'],
  [/\bperformance\s*\.\s*now\b/, 'the clock (performance.now)'],
  [/\bMath\s*\.\s*random\b/, 'unseeded randomness (Math.random)'],
  [/\bcrypto\s*\.\s*(?:randomUUID|getRandomValues)\b/, 'unseeded randomness (crypto)'],
  [/\bfetch\(/, 'the network (fetch)'],
]

const NODE_MODULES_BUILT_IN = new Set([
  'fs',
  'path',
  'os',
  'crypto',
  'http',
  'https',
  'net',
  'child_process',
  'process',
])
const isNodeModule = (name: string): boolean => name.startsWith('node:') || NODE_MODULES_BUILT_IN.has(name)

/** Tests and test support may read reference tables; the rest of an engine may not. */
const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path) || path.includes('/test/')

export const withoutComments = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1')

function impurities({ path, text }: SourceFile): string[] {
  const code = withoutComments(text)
  const modules = importsOf(code).filter(isNodeModule)
  return [
    ...modules.map((name) => `${path} imports ${name}: engines do no I/O`),
    ...IMPURE.filter(([pattern]) => pattern.test(code)).map(
      ([, what]) => `${path} uses ${what}: take it as an argument`,
    ),
  ]
}

/** Browser tests fill a real server with data and start it; only the pages themselves may not know it. */
const isBrowserTest = (path: string, to: string): boolean => path.startsWith('apps/web/test/') && to !== 'cli'

/**
 * Tests of the command line and the pages set up their installations with what the server's tests use; tests of engines read
 * public data sets with what the kernel's use.
 */
const isSharedSupport = (path: string, target: string): boolean =>
  isTest(path) &&
  target.startsWith(path.startsWith('apps/') ? 'apps/server/test/support/' : 'engines/kernel/test/support/')

/** Named in the `exports` of a package beside its index: what has to be loaded without the rest of it. */
const SIDE_DOORS: ReadonlySet<string> = new Set(['@zhanggui/server/inline-decisions'])

function importFaults({ path, text }: SourceFile, from: Package): string[] {
  const faults: string[] = []
  for (const target of importsOf(text)) {
    const reached = target.startsWith('.') ? normalize(join(dirname(path), target)) : ''
    if (reached && !reached.startsWith(`${from.root}/`) && !isSharedSupport(path, reached))
      faults.push(`${path} reaches out of its package with ${target}: import the package by its name`)
    const [, to = '', inside] = /^@zhanggui\/([^/]+)(\/.+)?$/.exec(target) ?? []
    if (!to) continue
    if (inside && !SIDE_DOORS.has(target))
      faults.push(`${path} imports ${target}: a package is entered by its index only`)
    const fault = isBrowserTest(path, to) ? undefined : directionFault(from, to)
    if (fault && to !== from.name) faults.push(`${path} imports ${target}: ${fault}`)
  }
  return faults
}

function areaFault(path: string): string | undefined {
  const [, area] = /^apps\/(?:server|web)\/src\/modules\/([^/]+)\//.exec(path) ?? []
  return area && !AREA_NAMES.has(area) ? `${path}: "${area}" is no area of the loop` : undefined
}

/** Engines may use each other one way only. Shape: each cycle once, e.g. `metrics → calendar → metrics`. */
export function findEngineCycles(files: readonly SourceFile[]): string[] {
  const uses = new Map<string, Set<string>>()
  for (const file of files) {
    const from = packageOf(file.path)
    if (from?.layer !== 'engine' || isTest(file.path)) continue
    const targets = uses.get(from.name) ?? new Set<string>()
    for (const target of importsOf(file.text)) {
      const [, to] = /^@zhanggui\/([^/]+)/.exec(target) ?? []
      if (to && to !== from.name) targets.add(to)
    }
    uses.set(from.name, targets)
  }
  const cycles = new Set<string>()
  const walk = (name: string, trail: readonly string[]): void => {
    const seenAt = trail.indexOf(name)
    if (seenAt >= 0) {
      const loop = trail.slice(seenAt)
      const first = loop.indexOf([...loop].sort()[0] ?? name)
      cycles.add([...loop.slice(first), ...loop.slice(0, first), loop[first]].join(' → '))
      return
    }
    for (const next of uses.get(name) ?? []) walk(next, [...trail, name])
  }
  for (const name of uses.keys()) walk(name, [])
  return [...cycles]
}

/**
 * Every place where a dependency points the wrong way, one sentence each; empty when all is well.
 * The rule: web → contract ← server → engines → kernel; engines take plain data and give plain data.
 */
export function findDirectionFaults(files: readonly SourceFile[]): string[] {
  const faults = files.flatMap((file) => {
    const from = packageOf(file.path)
    if (!from) return []
    const area = areaFault(file.path)
    return [
      ...importFaults(file, from),
      ...(from.layer === 'engine' && !isTest(file.path) ? impurities(file) : []),
      ...(area ? [area] : []),
    ]
  })
  return [...faults, ...findEngineCycles(files).map((cycle) => `engines use each other in a circle: ${cycle}`)]
}

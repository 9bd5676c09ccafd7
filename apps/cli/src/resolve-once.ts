import { type RegisterHooksOptions, type ResolveFnOutput, registerHooks } from 'node:module'

const PACKAGE = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+\//

/** The folder of the package that a module belongs to; that of all our own modules is ''. */
const packageOf = (url: string): string => PACKAGE.exec(url)?.[0] ?? ''

const namesPackage = (specifier: string): boolean => !/^[./#]|:/.test(specifier)
const namesOurFile = (specifier: string): boolean => specifier.startsWith('.') && specifier.endsWith('.ts')
const namesScript = (specifier: string): boolean => specifier.startsWith('.') && /\.m?js$/.test(specifier)

const known = new Map<string, ResolveFnOutput>()

/** What the scripts of a folder with this ending are written in. */
const formats = new Map<string, string>()
const folderAndEnding = (url: string): string => url.replace(/[^/]*(?=\.m?js$)/, '')

type Resolve = NonNullable<RegisterHooksOptions['resolve']>

/** A script of a package that names another by its path: what Node says of one it says of all in that folder. */
const resolveWithinPackage: Resolve = (specifier, context, nextResolve) => {
  const { href } = new URL(specifier, context.parentURL)
  const format = formats.get(folderAndEnding(href))
  if (format !== undefined) return { url: href, format, shortCircuit: true }
  const found = nextResolve(specifier, context)
  if (found.format) formats.set(folderAndEnding(found.url), found.format)
  return found
}

/** A package by its name, as each other package sees it. */
const resolvePackage: Resolve = (specifier, context, nextResolve) => {
  const key = `${specifier} ${packageOf(context.parentURL ?? '')} ${context.conditions.join()}`
  const there = known.get(key)
  if (there) return { ...there, shortCircuit: true }
  const found = nextResolve(specifier, context)
  known.set(key, found)
  return found
}

/**
 * Looks each package up once for each that asks. Node parses a package's list of exports anew at every import of it, and three
 * hundred modules import one whose list has 180 kB: that took a quarter of a command's start. It parses the list again for each file of
 * the package, to see what that is written in: a third of the rest. A module of ours that names another by its path is taken at its
 * word: to look for it and to ask what it is written in took another tenth.
 */
registerHooks({
  resolve(specifier, context, nextResolve) {
    const { parentURL } = context
    if (parentURL === undefined) return nextResolve(specifier, context)
    const isOurs = packageOf(parentURL) === ''
    if (isOurs && namesOurFile(specifier))
      return { url: new URL(specifier, parentURL).href, format: 'module-typescript', shortCircuit: true }
    if (!isOurs && namesScript(specifier) && context.conditions.includes('import'))
      return resolveWithinPackage(specifier, context, nextResolve)
    return namesPackage(specifier) ? resolvePackage(specifier, context, nextResolve) : nextResolve(specifier, context)
  },
})

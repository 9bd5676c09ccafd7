import { type ResolveFnOutput, registerHooks } from 'node:module'

/** Packages stand in one place here: what a bare name means does not depend on which of our modules asks. */
const isOurs = (parent: string | undefined): boolean => parent !== undefined && !parent.includes('/node_modules/')
const isPackage = (specifier: string): boolean => !/^[./#]|:/.test(specifier)

const known = new Map<string, ResolveFnOutput>()

/**
 * Looks each package up once for a process. Node parses a package's list of exports anew at every import of it, and three hundred
 * modules import one whose list has 180 kB: that took a quarter of a command's start.
 */
registerHooks({
  resolve(specifier, context, nextResolve) {
    if (!isPackage(specifier) || !isOurs(context.parentURL)) return nextResolve(specifier, context)
    const key = `${specifier} ${context.conditions.join()}`
    const there = known.get(key)
    if (there) return { ...there, shortCircuit: true }
    const found = nextResolve(specifier, context)
    known.set(key, found)
    return found
  },
})

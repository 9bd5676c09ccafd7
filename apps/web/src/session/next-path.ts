/**
 * Where to go after signing in. Only paths of this site: `//host` and `https:` in a crafted link would lead elsewhere.
 * @example nextPath('/stores/demo/insight') // '/stores/demo/insight'
 */
export function nextPath(next: string | null): string {
  if (next === null || !/^\/(?![/\\])/.test(next)) return '/'
  return next.startsWith('/sign-in') ? '/' : next
}

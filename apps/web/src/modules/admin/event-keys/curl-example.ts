/**
 * A command that sends one view event with a fresh key, ready to paste into a shell.
 * The event is dated by the shell itself, so that the example still works next week.
 */
export function curlExample(at: { origin: string; store: string; secret: string }): string {
  const event = `{"id":"try-'$(date +%s)'","type":"view","at":"'$(date -u +%FT%TZ)'","visitorId":"visitor-1","page":"home"}`
  return [
    `curl -X POST '${at.origin}/v1/stores/${at.store}/events' \\`,
    `  -H 'Authorization: Bearer ${at.secret}' \\`,
    `  -H 'Content-Type: application/x-ndjson' \\`,
    `  --data-binary '${event}'`,
  ].join('\n')
}

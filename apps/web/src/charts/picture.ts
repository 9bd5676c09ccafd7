/** Decoded here, not fetched: the content security policy lets nothing but this site be fetched, not even data addresses. */
function blobOf(dataUrl: string): Blob {
  const bytes = Uint8Array.from(atob(dataUrl.slice(dataUrl.indexOf(',') + 1)), (sign) => sign.charCodeAt(0))
  return new Blob([bytes], { type: 'image/png' })
}

/** Shape: a PNG data URL. Errors: rejects where the browser does not allow it. */
export const copyPicture = async (dataUrl: string): Promise<void> =>
  navigator.clipboard.write([new ClipboardItem({ 'image/png': blobOf(dataUrl) })])

export function savePicture(dataUrl: string, title: string): void {
  const link = document.createElement('a')
  link.href = dataUrl
  link.download = `${title.replace(/[\\/:*?"<>|]/g, ' ')}.png`
  link.click()
}

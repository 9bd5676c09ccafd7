const blobOf = async (dataUrl: string): Promise<Blob> => (await fetch(dataUrl)).blob()

/** Shape: a PNG data URL. The promise goes to the clipboard as it is: Safari refuses one that is made after waiting. */
export const copyPicture = (dataUrl: string): Promise<void> =>
  navigator.clipboard.write([new ClipboardItem({ 'image/png': blobOf(dataUrl) })])

export function savePicture(dataUrl: string, title: string): void {
  const link = document.createElement('a')
  link.href = dataUrl
  link.download = `${title.replace(/[\\/:*?"<>|]/g, ' ')}.png`
  link.click()
}

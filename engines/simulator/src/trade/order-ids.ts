/**
 * Order and sub-order numbers as Taobao writes them: 19 digits, growing with time, the last six from the buyer. Text, as a
 * JavaScript number cannot hold them.
 */
export function createOrderIds(): (buyer: number) => string {
  let sequence = 2_400_000_000_000
  return (buyer) => {
    sequence += 1
    return `${sequence}${String(buyer % 1_000_000).padStart(6, '0')}`
  }
}

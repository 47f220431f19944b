/** Hands a text to the browser as a file to save. */
export function saveFile(name: string, content: string): void {
  const url = URL.createObjectURL(new Blob([content], { type: 'application/octet-stream' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has taken the content by the end of this turn.
  setTimeout(() => URL.revokeObjectURL(url));
}

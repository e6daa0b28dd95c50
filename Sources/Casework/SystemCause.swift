extension Phrase {
  /// What the operating system says by an error number; its own English words where no others are known.
  public static func systemCause(_ code: Int32, _ words: String) -> Phrase {
    switch code {
    case 2: Phrase("没有这个文件或文件夹", words)
    case 1, 13: Phrase("没有权限", words)
    case 5: Phrase("存储设备读写出错", words)
    case 20: Phrase("路径中有一段不是文件夹", words)
    case 21: Phrase("这是文件夹，不是文件", words)
    case 28, 122: Phrase("磁盘已满", words)
    case 30: Phrase("文件系统只读", words)
    default: .verbatim(words)
    }
  }
}

"""A picture of a page goes in; its words, where they stand, and how sure each line is come out (optical character recognition).

Two engines, both offline: PP-OCR finds the lines and reads Latin and Han letters, Tesseract reads what looks Cyrillic.
"""

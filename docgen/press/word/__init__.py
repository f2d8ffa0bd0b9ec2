"""The Word merge: docxtpl made safe, strict and repeatable."""

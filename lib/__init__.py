"""The children's services performance workbook: the flow from a month's returns to an edition, left to right."""
